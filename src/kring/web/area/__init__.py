"""The figures of a municipality per area: safe for small numbers, each with its definition one tap away."""
