package lectern.materials;

import com.fasterxml.jackson.annotation.JsonTypeName;

/// How far long work has come, in pages.
@JsonTypeName("progress")
public record Progress(int done, int all) implements Answer {}
