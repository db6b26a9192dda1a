package org.escale.store.text;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import org.escale.word.Word;

/**
 * Words as JSON: members in the order of their names, ids and money and decimals as strings,
 * instants and durations by ISO 8601, empty optionals left out, unknown members ignored. Safe for
 * many threads.
 */
public final class WordJson {
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final JsonMapper mapper =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule(), new TextModule())
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** The JSON of a word or of one of its parts. */
  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be kept: " + value.getClass(), e);
    }
  }

  /**
   * A word again.
   *
   * @throws IllegalArgumentException if the text is none of that class
   */
  public <W extends Word> W read(Class<W> kind, String json) {
    try {
      return mapper.readValue(json, kind);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be read as " + kind.getSimpleName(), e);
    }
  }

  /** Names and texts again. */
  public Map<String, String> texts(String json) {
    try {
      return mapper.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be read as texts", e);
    }
  }

  /** Any JSON as a tree. */
  com.fasterxml.jackson.databind.JsonNode tree(String json) {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be read as JSON", e);
    }
  }

  /** A part of a tree as a word. */
  <W extends Word> W read(Class<W> kind, com.fasterxml.jackson.databind.JsonNode part) {
    try {
      return mapper.treeToValue(part, kind);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be read as " + kind.getSimpleName(), e);
    }
  }
}
