package org.escale.directory.scim;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;

/** What is read of the texts of SCIM; names of attributes in any case of their letters. */
final class Texts {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Texts() {}

  /** A page of whatever there is. */
  interface Page<T> {
    /** How many there are in all. */
    int totalResults();

    /** Those of this page; none where it is left out. */
    List<T> items();
  }

  /** A page of people. */
  record Users(int totalResults, @JsonProperty("Resources") List<User> resources)
      implements Page<User> {
    @Override
    public List<User> items() {
      return listed(resources);
    }
  }

  /** A page of groups. */
  record Groups(int totalResults, @JsonProperty("Resources") List<Group> resources)
      implements Page<Group> {
    @Override
    public List<Group> items() {
      return listed(resources);
    }
  }

  /** A person, as the server writes it; what it left out is null. */
  record User(
      String id,
      String userName,
      String displayName,
      Name name,
      List<Value> emails,
      String preferredLanguage,
      Boolean active,
      Meta meta,
      @JsonProperty("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User") Work work) {}

  /** A name. */
  record Name(String formatted, String givenName, String familyName) {}

  /** One of several values. */
  record Value(String value, Boolean primary) {}

  /** When it was changed. */
  record Meta(String lastModified) {}

  /** Where the person works there. */
  record Work(String department) {}

  /** A group. */
  record Group(String id, String displayName, List<Value> members) {}

  /** Reads one; the exception holds nothing of it. */
  static <T> T read(String text, Class<T> as) throws DirectoryException {
    try {
      return Optional.ofNullable(MAPPER.readValue(text, as)).orElseThrow(Texts::garbled);
    } catch (JsonProcessingException e) {
      throw garbled();
    }
  }

  static <T> List<T> listed(List<T> list) {
    return list == null ? List.of() : list;
  }

  private static DirectoryException garbled() {
    return new DirectoryException(Trouble.GARBLED, "its answer is not SCIM");
  }
}
