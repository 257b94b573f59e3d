/// What a person does with a pointer and the keys, made into changes of a page. A [lectern.whiteboard.tool.Toolbox] takes
/// pointer input in page coordinates and gives [lectern.whiteboard.tool.ToolOutput]s back; it owns the tool that is chosen, the
/// selection and the instrument on the page. One thread; no clock: time is in the input.
@NullMarked
package lectern.whiteboard.tool;

import org.jspecify.annotations.NullMarked;
