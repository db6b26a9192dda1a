package org.escale.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.escale.rest.call.Json;

/** The shapes of views and orders as JSON schemas, each named once. */
final class Shapes {
  private static final Map<Class<?>, String> SIMPLE =
      Map.ofEntries(
          Map.entry(String.class, "string"),
          Map.entry(int.class, "integer:int32"),
          Map.entry(Integer.class, "integer:int32"),
          Map.entry(long.class, "integer:int64"),
          Map.entry(Long.class, "integer:int64"),
          Map.entry(double.class, "number:double"),
          Map.entry(Double.class, "number:double"),
          Map.entry(java.math.BigDecimal.class, "number"),
          Map.entry(boolean.class, "boolean"),
          Map.entry(Boolean.class, "boolean"),
          Map.entry(java.time.Instant.class, "string:date-time"),
          Map.entry(java.time.LocalDate.class, "string:date"),
          Map.entry(java.time.LocalTime.class, "string:time"),
          Map.entry(java.time.Duration.class, "string:duration"));

  private final Map<String, ObjectNode> named = new TreeMap<>();
  private final Map<String, Class<?>> owners = new HashMap<>();

  ObjectNode all() {
    var all = Json.mapper().createObjectNode();
    named.forEach(all::set);
    return all;
  }

  ObjectNode list(ObjectNode item) {
    var list = Json.mapper().createObjectNode().put("type", "object");
    var properties = list.putObject("properties");
    properties.putObject("items").put("type", "array").set("items", item);
    properties.putObject("next").put("type", "string");
    list.putArray("required").add("items");
    return list;
  }

  ObjectNode of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic(generic);
    }
    var plain = (Class<?>) type;
    var schema = Json.mapper().createObjectNode();
    if (SIMPLE.containsKey(plain)) {
      var parts = SIMPLE.get(plain).split(":", -1);
      schema.put("type", parts[0]);
      return parts.length > 1 ? schema.put("format", parts[1]) : schema;
    }
    if (plain.equals(byte[].class)) {
      return schema.put("type", "string").put("format", "text");
    }
    if (plain.isEnum()) {
      var names = schema.put("type", "string").putArray("enum");
      Arrays.stream(plain.getEnumConstants()).forEach(c -> names.add(((Enum<?>) c).name()));
      return schema;
    }
    if (plain.isRecord()) {
      return schema.put("$ref", "#/components/schemas/" + record(plain));
    }
    return schema.put("type", "object");
  }

  private ObjectNode generic(ParameterizedType type) {
    var raw = (Class<?>) type.getRawType();
    var arguments = type.getActualTypeArguments();
    if (raw.equals(Optional.class)) {
      return of(arguments[0]);
    }
    var schema = Json.mapper().createObjectNode();
    if (Collection.class.isAssignableFrom(raw)) {
      schema.put("type", "array").set("items", of(arguments[0]));
    } else {
      schema.put("type", "object").set("additionalProperties", of(arguments[1]));
    }
    return schema;
  }

  private String record(Class<?> of) {
    var name = name(of);
    var owner = owners.putIfAbsent(name, of);
    if (owner != null && !owner.equals(of)) {
      throw new IllegalStateException(of + " and " + owner + " share the name " + name);
    }
    if (owner == null) {
      var schema = Json.mapper().createObjectNode().put("type", "object");
      named.put(name, schema);
      fill(schema, of);
    }
    return name;
  }

  private void fill(ObjectNode schema, Class<?> of) {
    var properties = schema.putObject("properties");
    var required = Json.mapper().createArrayNode();
    for (var component : of.getRecordComponents()) {
      properties.set(component.getName(), of(component.getGenericType()));
      if (!component.getType().equals(Optional.class)) {
        required.add(component.getName());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
  }

  private static String name(Class<?> of) {
    var outer = of.getEnclosingClass();
    if (outer == null || outer.getSimpleName().matches(".*(Views|Orders|Resource)|Operations")) {
      return of.getSimpleName();
    }
    return outer.getSimpleName().replaceAll("(View|Order)$", "") + of.getSimpleName();
  }
}
