"""The demo world as the files that municipalities and providers deliver."""
