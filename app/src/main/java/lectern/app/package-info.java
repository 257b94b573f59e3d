/// The program: the command line, the settings, and the wiring between window, media, line and server. It holds neither
/// rules (those are in `classroom`) nor looks (those are in `ui`).
@NullMarked
package lectern.app;

import org.jspecify.annotations.NullMarked;
