"""这分怎么来的: the one window that every figure opens."""
