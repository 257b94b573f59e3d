/// The window, put together from the screens.
@NullMarked
package lectern.ui;

import org.jspecify.annotations.NullMarked;
