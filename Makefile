.PHONY: help run demo test torture bench check pictures

help:  ## what there is
	@sed -n 's/^\([a-z]*\):.*## */  make \1	/p' Makefile

run:  ## opens the diary; without a display it makes a summary from the demo diary
	@tools/run.sh run

demo:  ## opens the window on an invented diary
	@tools/run.sh demo

test:  ## every test: unit, window and installed command
	@tools/run.sh test

torture:  ## what the world does to a diary, thousands of times; takes up to ten minutes
	@tools/run.sh torture

bench:  ## measures everything beside others, into docs/benchmarks.md; takes up to ten minutes
	@tools/run.sh bench

check:  ## formatter, linter, types, layers, translations
	@tools/run.sh check

pictures:  ## screenshots for the docs, and of every state in every look into build/pictures
	@tools/run.sh pictures
