"""Time in tests: a clock of their own, what the machine itself takes, and what is waited for."""
