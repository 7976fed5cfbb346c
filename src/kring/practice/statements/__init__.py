"""Own statements: what somebody says about a part that is disputed, unedited and beside it (BR-107)."""
