"""Pages about policy: what if the law had another number."""
