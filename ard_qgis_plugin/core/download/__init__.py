"""One rclone process a remote: progress, cancellation, verification."""
