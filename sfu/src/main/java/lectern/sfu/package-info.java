/// The media plane's door: [lectern.sfu.Sfu] and what goes through it. Knows peers, lines and packets; rooms, roles and names
/// are other modules' words.
@NullMarked
package lectern.sfu;

import org.jspecify.annotations.NullMarked;
