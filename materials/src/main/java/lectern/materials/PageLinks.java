package lectern.materials;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/// The links of a page. Nothing they name was looked at.
@JsonTypeName("links")
public record PageLinks(List<Link> links) implements Answer {
    public PageLinks {
        links = List.copyOf(links);
    }

    public record Link(Box box, Target target) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    public sealed interface Target {}

    /// @param number from 0
    @JsonTypeName("page")
    public record ToPage(int number) implements Target {}

    /// @param address http or https, as it stands in the document
    @JsonTypeName("address")
    public record ToAddress(String address) implements Target {}
}
