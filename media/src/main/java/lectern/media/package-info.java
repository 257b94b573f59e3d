/// Cameras, microphones, screens and peer connections, behind [MediaEngine]. The only code that touches webrtc-java,
/// whose plain calls can end the process: see [NativeThread] for the rules that keep it alive.
@NullMarked
package lectern.media;

import org.jspecify.annotations.NullMarked;
