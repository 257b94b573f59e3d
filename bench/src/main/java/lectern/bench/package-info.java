/// Measures: the packet path, load from synthetic peers, joins; and a bad connection to measure through.
@NullMarked
package lectern.bench;

import org.jspecify.annotations.NullMarked;
