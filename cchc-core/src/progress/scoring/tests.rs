//! The derived view of the example and of small files.
