/// The whiteboard on the screen: what paints it, and what takes pointer and keys to its tools.
@NullMarked
package lectern.ui.board;

import org.jspecify.annotations.NullMarked;
