/// What is said of teaching materials besides the board: over HTTP, not the WebSocket.
@org.jspecify.annotations.NullMarked
package lectern.protocol.material;
