"""The genogram: who belongs to whom over generations, in standard notation."""
