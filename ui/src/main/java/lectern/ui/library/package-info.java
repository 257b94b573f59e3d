/// The teacher's materials: the page of them before class, and the drawer beside the board.
@NullMarked
package lectern.ui.library;

import org.jspecify.annotations.NullMarked;
