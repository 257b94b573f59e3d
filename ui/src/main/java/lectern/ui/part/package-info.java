/// The pieces that several screens share.
@NullMarked
package lectern.ui.part;

import org.jspecify.annotations.NullMarked;
