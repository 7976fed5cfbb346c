"""What every screen uses: the decorators that open a transaction and write the log, the shell, the middleware."""
