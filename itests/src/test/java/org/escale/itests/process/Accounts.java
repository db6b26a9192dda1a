package org.escale.itests.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The accounts that the demonstration wrote into the data folder. */
public final class Accounts {

  private final List<Account> all;

  private Accounts(List<Account> all) {
    this.all = List.copyOf(all);
  }

  /** One account; an id is empty where the account belongs to none. */
  public record Account(
      String role, String username, String password, String token, JsonNode fields) {

    /** For example {@code memberId}; empty where it is not given. */
    public String field(String name) {
      return fields.path(name).asText("");
    }

    @Override
    public String toString() {
      return role + " " + username;
    }
  }

  static Accounts read(Path file) {
    try {
      JsonNode tree = new ObjectMapper().readTree(file.toFile());
      var found = new ArrayList<Account>();
      for (JsonNode node : tree.isArray() ? tree : tree.path("accounts")) {
        found.add(
            new Account(
                node.path("role").asText(),
                node.path("username").asText(),
                node.path("password").asText(),
                node.path("token").asText(),
                node));
      }
      return new Accounts(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Account> all() {
    return all;
  }

  /** The account of that name. */
  public Account named(String username) {
    return all.stream()
        .filter(account -> account.username().equals(username))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no account " + username + " in " + all));
  }

  /** The first account of a role. */
  public Account first(String role) {
    return all.stream()
        .filter(account -> account.role().equalsIgnoreCase(role))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no account of role " + role + " in " + all));
  }

  /** The account of a role that belongs to one: {@code of("reception", "centreId", "cei")}. */
  public Account of(String role, String field, String id) {
    return all.stream()
        .filter(account -> account.role().equalsIgnoreCase(role))
        .filter(account -> account.field(field).equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + role + " of " + id + " in " + all));
  }
}
