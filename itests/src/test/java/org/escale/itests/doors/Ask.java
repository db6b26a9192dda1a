package org.escale.itests.doors;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is asked at either door: an operation of the WSDL with its fields. */
record Ask(String operation, Map<String, String> fields) {

  /** Fields as name, value, name, value. */
  static Ask of(String operation, String... fields) {
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < fields.length; i += 2) {
      map.put(fields[i], fields[i + 1]);
    }
    return new Ask(operation, map);
  }

  /** The same with another field. */
  Ask with(String name, String value) {
    var map = new LinkedHashMap<>(fields);
    map.put(name, value);
    return new Ask(operation, map);
  }

  /** The same without a field. */
  Ask without(String name) {
    var map = new LinkedHashMap<>(fields);
    map.remove(name);
    return new Ask(operation, map);
  }
}
