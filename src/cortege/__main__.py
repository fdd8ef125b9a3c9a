"""Turns ``python -m cortege`` into the ``cortege`` command."""

from cortege.cli.main import main

if __name__ == "__main__":
    main()
