package org.escale.rest.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.escale.service.OpenData.Item;
import org.escale.service.OpenData.Place;

/**
 * A page of the Realtime Paged Data Exchange (OpenActive, RPDE 1.0). The last page holds nothing
 * and its next one is itself.
 */
record RpdePage(String next, List<Entry> items, String license) {
  private static final String LICENSE = "https://creativecommons.org/licenses/by/4.0/";

  /** One thing: as it is, or a tombstone without data. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Entry(String state, String kind, String id, long modified, Optional<Object> data) {}

  /** How a feed is asked. */
  record Asked(String feed, Optional<Place> after, Optional<Integer> limit) {
    /** The address of what comes behind a place; the same question has the same address. */
    String address(Optional<Place> place) {
      var query = new java.util.StringJoiner("&", "?", "").setEmptyValue("");
      place.ifPresent(
          at ->
              query
                  .add("afterTimestamp=" + at.modified())
                  .add("afterId=" + at.id().replace("#", "%23")));
      limit.ifPresent(most -> query.add("limit=" + most));
      return feed + query;
    }
  }

  /** The page of these items. */
  static RpdePage of(Asked asked, List<Item> items, OpportunityViews views) {
    var end = items.isEmpty() ? asked.after() : Optional.of(items.get(items.size() - 1).place());
    return new RpdePage(
        asked.address(end), items.stream().map(item -> entry(item, views)).toList(), LICENSE);
  }

  private static Entry entry(Item item, OpportunityViews views) {
    return new Entry(
        item.content().isPresent() ? "updated" : "deleted",
        views.kind(),
        item.place().id(),
        item.place().modified(),
        item.content().map(content -> views.data(item.place().id(), content)));
  }
}
