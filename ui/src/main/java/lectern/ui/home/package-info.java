/// The first screen.
@NullMarked
package lectern.ui.home;

import org.jspecify.annotations.NullMarked;
