"""`python -m polgraph`: the same as the command `polgraph`."""

from polgraph.cli import main

if __name__ == "__main__":
    main(prog_name="polgraph")
