"""Moving house: what the old gemeente gives, what the new one reads, and the keys between them."""
