package org.escale.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Context;
import org.escale.caller.Operation;
import org.escale.caller.Role;
import org.escale.rest.call.Does;
import org.escale.rest.call.Json;
import org.escale.rest.problem.Problem;
import org.escale.rest.scim.Scim;

/** Makes the published document out of what the door serves. */
final class Contract {
  private static final Pattern CHOICE = Pattern.compile("\\{(\\w+): ([a-z|]+)}");
  private static final List<Class<? extends Annotation>> NOT_BODIES =
      List.of(Context.class, PathParam.class, HeaderParam.class, Suspended.class);
  private static final String JSON = "application/json";
  private static final String[] PAGE = {"limit", "cursor", "updatedSince"};
  private final Shapes shapes = new Shapes();
  private final ObjectNode document = Json.mapper().createObjectNode();

  /** The whole document. */
  ObjectNode document() {
    document.put("openapi", "3.0.3");
    document
        .putObject("info")
        .put("title", "Escale: the REST door")
        .put("version", "1")
        .put("description", ContractTexts.LIMITS);
    document.putArray("servers").addObject().put("url", "/api/v1");
    Map<String, ObjectNode> paths = new TreeMap<>();
    for (var method : Served.methods()) {
      for (var path : paths(method)) {
        var item = paths.computeIfAbsent(path, p -> Json.mapper().createObjectNode());
        add(item, path, method);
      }
    }
    var all = document.putObject("paths");
    paths.forEach(all::set);
    var components = document.putObject("components");
    components.set("securitySchemes", ContractTexts.schemes());
    components.set("schemas", shapes.all());
    return document;
  }

  private static List<String> paths(Method method) {
    var door = Served.scim(method.getDeclaringClass()) ? Scim.ROOT : "";
    var path = door + "/" + method.getAnnotation(Path.class).value();
    var choice = CHOICE.matcher(path);
    var plain = "\\{(\\w+): [^}]*}";
    if (!choice.find()) {
      return List.of(path.replaceAll(plain, "{$1}"));
    }
    return Stream.of(choice.group(2).split("\\|", -1))
        .map(one -> path.replace(choice.group(), one).replaceAll(plain, "{$1}"))
        .toList();
  }

  private void add(ObjectNode item, String path, Method method) {
    var does = method.getAnnotation(Does.class);
    var verb = Served.verb(method).toLowerCase(Locale.ROOT);
    var other = item.has(verb);
    var operation = item.withObjectProperty(verb);
    if (!other) {
      describe(operation, path, method, does);
    }
    if (Served.scim(method.getDeclaringClass())) {
      operation.putArray("servers").addObject().put("url", "/");
    }
    body(operation, method);
    answers(operation, method, does);
  }

  private void describe(ObjectNode operation, String path, Method method, Does does) {
    var family = method.getDeclaringClass().getSimpleName().replace("Resource", "");
    operation.put("summary", does.value());
    operation.putArray("tags").add(family);
    var last = path.substring(path.lastIndexOf('/') + 1);
    operation.put("operationId", family + "." + method.getName() + "." + last);
    rights(operation, does);
    parameters(operation, path, method, does);
  }

  private void body(ObjectNode operation, Method method) {
    var consumed = method.getAnnotation(Consumes.class);
    Arrays.stream(method.getParameters())
        .filter(Contract::isBody)
        .forEach(
            body ->
                operation
                    .withObjectProperty("requestBody")
                    .put("required", true)
                    .withObjectProperty("content")
                    .withObjectProperty(consumed == null ? media(method) : consumed.value()[0])
                    .set("schema", shapes.of(body.getParameterizedType())));
  }

  private static boolean isBody(Parameter parameter) {
    return NOT_BODIES.stream().noneMatch(parameter::isAnnotationPresent);
  }

  private static void rights(ObjectNode operation, Does does) {
    if (does.anybody()) {
      operation.put("x-anybody", true);
      operation.putArray("security");
      return;
    }
    var roles = new TreeSet<Role>();
    var operations = operation.putArray("x-operations");
    for (Operation right : does.as()) {
      operations.add(right.name());
      roles.addAll(right.roles());
    }
    var names = operation.putArray("x-roles");
    roles.forEach(role -> names.add(role.name()));
    var security = operation.putArray("security");
    security.addObject().putArray("bearer");
    security.addObject().putArray("cookie");
    if (roles.contains(Role.ANYBODY)) {
      security.addObject();
    }
  }

  private static void parameters(ObjectNode operation, String path, Method method, Does does) {
    var parameters = Json.mapper().createArrayNode();
    var names = Pattern.compile("\\{(\\w+)}").matcher(path);
    while (names.find()) {
      parameter(parameters, "path", names.group(1)).put("required", true);
    }
    Stream.of(does.filters(), does.query(), does.pages() ? PAGE : new String[0])
        .flatMap(Arrays::stream)
        .forEach(name -> parameter(parameters, "query", name));
    parameter(parameters, "header", "Accept-Language");
    var verb = Served.verb(method);
    if (verb.equals("POST")) {
      parameter(parameters, "header", "Idempotency-Key");
    }
    if (verb.equals("PATCH")) {
      parameter(parameters, "header", "If-Match").put("required", !path.startsWith(Scim.ROOT));
    }
    Arrays.stream(method.getParameters())
        .filter(p -> p.isAnnotationPresent(HeaderParam.class))
        .forEach(p -> parameter(parameters, "header", p.getAnnotation(HeaderParam.class).value()));
    operation.set("parameters", parameters);
  }

  private static ObjectNode parameter(ArrayNode all, String in, String name) {
    var parameter = all.addObject().put("name", name).put("in", in);
    parameter.put("description", ContractTexts.parameter(name));
    parameter.set("schema", ContractTexts.parameterSchema(name));
    return parameter;
  }

  private void answers(ObjectNode operation, Method method, Does does) {
    var status = String.valueOf(does.status());
    var responses = operation.withObjectProperty("responses");
    var answer = responses.withObjectProperty(status).put("description", "Done");
    var produced = method.getAnnotation(Produces.class);
    if (produced != null) {
      answer
          .withObjectProperty("content")
          .withObjectProperty(type(produced))
          .putObject("schema")
          .put("type", "string")
          .put("format", type(produced).startsWith("text/") ? "text" : "binary");
    } else if (!does.gives().equals(Void.class)) {
      var schema = shapes.of(does.gives());
      json(answer, media(method)).set("schema", does.many() ? shapes.list(schema) : schema);
    }
    if (!does.orGives().equals(Void.class)) {
      json(responses.withObjectProperty("200").put("description", "Done at once"), JSON)
          .set("schema", shapes.of(does.orGives()));
    }
    var no = responses.withObjectProperty("default").put("description", "A refusal");
    if (Served.scim(method.getDeclaringClass())) {
      json(no, Scim.TYPE).set("schema", shapes.of(JsonNode.class));
    } else {
      json(no, "application/problem+json").set("schema", shapes.of(Problem.class));
    }
  }

  private static String type(Produces produced) {
    return produced.value()[0].replaceAll(";.*", "");
  }

  private static String media(Method method) {
    return Served.scim(method.getDeclaringClass()) ? Scim.TYPE : JSON;
  }

  private static ObjectNode json(ObjectNode holder, String media) {
    return holder.withObjectProperty("content").withObjectProperty(media);
  }
}
