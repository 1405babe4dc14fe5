"""Starts the benchmark; it does no more, because each process that it starts reads this file."""

if __name__ == "__main__":
    from .search.run import main

    main()
