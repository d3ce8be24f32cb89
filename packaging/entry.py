"""Where the frozen program begins."""

import multiprocessing
import os
import sys


def let_others_find_their_own_libraries() -> None:
    """Undo what the frozen program's start did to the environment: a viewer or browser opened from here uses its own.

    This process read LD_LIBRARY_PATH when it began and is not touched, and one of ours that it starts sets it again.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)


if __name__ == "__main__":
    multiprocessing.freeze_support()
    if sys.platform == "linux":
        let_others_find_their_own_libraries()
    from symtrack.__main__ import main

    main()
