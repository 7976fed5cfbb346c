"""The circle round a family: who stands how near, what they do and how much more they can carry."""
