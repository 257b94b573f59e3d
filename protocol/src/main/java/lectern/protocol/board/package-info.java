/// What a whiteboard is made of and what may be said about it. Lengths are in *page units*: one unit is one pixel of a plain
/// screen at 100 %; x grows to the right, y downwards.
@org.jspecify.annotations.NullMarked
package lectern.protocol.board;
