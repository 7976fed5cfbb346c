"""Settings, addresses of pages, the embedded database and the commands: the only place that knows them all."""
