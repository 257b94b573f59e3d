/// Pages of the board on paper: PDF, SVG and PNG. Knows no JavaFX and no socket.
@NullMarked
package lectern.print;

import org.jspecify.annotations.NullMarked;
