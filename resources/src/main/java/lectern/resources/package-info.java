/// Words, colours, icons and the font: what a designer or a translator changes without reading code.
@NullMarked
package lectern.resources;

import org.jspecify.annotations.NullMarked;
