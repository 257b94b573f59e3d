/// From foreign threads to the screen: the one door to the JavaFX thread, and the moving pictures.
@NullMarked
package lectern.ui.picture;

import org.jspecify.annotations.NullMarked;
