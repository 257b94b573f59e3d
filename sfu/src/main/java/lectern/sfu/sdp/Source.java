package lectern.sfu.sdp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An SSRC and its `a=ssrc` attributes in their order, such as `cname` and `msid`.
public record Source(int ssrc, Map<String, String> attributes) {
    public Source {
        attributes = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(attributes));
    }

    public @Nullable String cname() {
        return attributes.get("cname");
    }
}
