//! Maps and sets with a quick hash. Hash functions that withstand whoever chooses the keys cost more than what is looked up here; this
//! one has another seed in each run, and is good enough against texts that are made to do harm.

use foldhash::fast::RandomState;

/// A map from keys of a document.
pub type HashMap<K, V> = std::collections::HashMap<K, V, RandomState>;

/// A set of such keys.
pub type HashSet<T> = std::collections::HashSet<T, RandomState>;
