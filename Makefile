.PHONY: help run demo test torture bench check docs pictures wheel build deb tryout

help:  ## what there is
	@sed -n 's/^\([a-z]*\):.*## */  make \1	/p' Makefile

run:  ## opens the diary; without a display it makes a summary from the demo diary
	@tools/run.sh run

demo:  ## opens the window on an invented diary
	@tools/run.sh demo

test:  ## every test: unit, window and installed command
	@tools/run.sh test

torture:  ## what the world does to a diary, thousands of times; takes ten to twenty minutes
	@tools/run.sh torture

bench:  ## measures everything beside others, into docs/benchmarks.md; takes up to ten minutes
	@tools/run.sh bench

check:  ## formatter, linter, types, layers, translations, docs
	@tools/run.sh check

docs:  ## the docs as pages for a browser, into build/docs; no network is needed to read them
	@tools/run.sh docs

pictures:  ## screenshots for the docs, and of every state in every look into build/pictures
	@tools/run.sh pictures

wheel:  ## the wheel for pip, pipx and uv, in dist
	@packaging/run.sh wheel

build:  ## the folder with everything in it, and the list of what that is; takes a minute or two
	@packaging/run.sh folder

deb:  ## that folder as a package for Debian and Ubuntu
	@packaging/run.sh deb

tryout:  ## what was built, installed in every way into fresh places and started there; takes ten minutes
	@packaging/tryout.sh
