package lectern.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What somebody is in a class. It comes from the token alone; nobody can ask for another one.
public enum Role {
    @JsonProperty("teacher") TEACHER, @JsonProperty("assistant") ASSISTANT, @JsonProperty("student") STUDENT,
    /// Sees and hears, sends nothing: a parent, an inspector.
    @JsonProperty("watcher") WATCHER;

    public boolean maySend() { return this != WATCHER; }

    public boolean mayModerate() { return this == TEACHER || this == ASSISTANT; }
}
