/// The moment before a class.
@NullMarked
package lectern.ui.lobby;

import org.jspecify.annotations.NullMarked;
