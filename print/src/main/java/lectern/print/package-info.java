/// Pages of the board on paper: out as PDF, SVG and PNG, and in from PDF. Knows no JavaFX and no socket.
@NullMarked
package lectern.print;

import org.jspecify.annotations.NullMarked;
