package lectern.protocol.material;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// Why a file isn't shown. Programs have words of their own for each.
public enum MaterialRefusal {
    @JsonProperty("broken") BROKEN, @JsonProperty("encrypted") ENCRYPTED,
    @JsonProperty("too-many-pages") TOO_MANY_PAGES, @JsonProperty("page-too-large") PAGE_TOO_LARGE,
    @JsonProperty("too-slow") TOO_SLOW, @JsonProperty("too-much-memory") TOO_MUCH_MEMORY,
    @JsonProperty("other-kind") OTHER_KIND, @JsonProperty("empty") EMPTY, @JsonProperty("not-there") NOT_THERE,
    /// LibreOffice would have to be installed where the class's server runs.
    @JsonProperty("needs-office") NEEDS_OFFICE,
    /// A photo in Apple's format.
    @JsonProperty("heic") HEIC,
    @JsonProperty("too-large") TOO_LARGE,
    /// What is packed in it is, whatever the size of the file.
    @JsonProperty("unpacks-too-large") UNPACKS_TOO_LARGE,
    /// Anything else; what a newer server says, too.
    @JsonEnumDefaultValue
    @JsonProperty("failed") FAILED
}
