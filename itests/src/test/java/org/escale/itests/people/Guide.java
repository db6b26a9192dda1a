package org.escale.itests.people;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.escale.itests.process.Http;

/** Does what the guide for an employer's IT shows, in its order. */
record Guide(Http http) {
  private static final Path TEXT = Path.of("../docs/integrate/scim.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("```http\n(\\w+) (\\S+) → (\\d+)\n(.*?)```", Pattern.DOTALL);

  /** All its examples; how many. */
  int run() throws IOException {
    var examples = EXAMPLE.matcher(Files.readString(TEXT));
    var user = "";
    var group = "";
    int run = 0;
    while (examples.find()) {
      var path = examples.group(2).replace("USER_ID", user).replace("GROUP_ID", group);
      var body = examples.group(4).replace("USER_ID", user).replace("GROUP_ID", group);
      var answer =
          http.send(
              http.to(path.replace(" ", "%20").replace("\"", "%22"))
                  .header("Content-Type", "application/scim+json")
                  .method(examples.group(1), BodyPublishers.ofString(body.strip())));
      assertEquals(path + ": " + answer.body(), examples.group(3), "" + answer.status());
      if (answer.status() == 201) {
        var id = answer.json().path("id").asText();
        user = path.endsWith("Users") ? id : user;
        group = path.endsWith("Groups") ? id : group;
      }
      run++;
    }
    return run;
  }
}
