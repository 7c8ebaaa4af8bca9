package dev.helpdesk.auth.token;

import dev.helpdesk.auth.account.AccountRepository;
import dev.helpdesk.kit.page.Listing;
import dev.helpdesk.kit.page.Lists;
import dev.helpdesk.kit.page.Page;
import dev.helpdesk.kit.page.PageQuery;
import dev.helpdesk.kit.page.Sort;
import dev.helpdesk.kit.security.Actor;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What administrators see of keys and do to them. */
@ApplicationScoped
class KeyAdministration {
  private static final String PLACE =
      "row_number() OVER (PARTITION BY signs_from > now() ORDER BY signs_from DESC, kid DESC)";
  private static final String KEYS =
      "(SELECT kid, created_at, signs_from, CASE WHEN signs_from > now() THEN 'next' ELSE"
          + " coalesce((ARRAY['current', 'previous'])["
          + PLACE
          + "], 'retired') END AS state FROM signing_key) AS k";

  private final AccountRepository accounts;
  private final KeyService keys;
  private final Lists lists;

  KeyAdministration(AccountRepository accounts, KeyService keys, Lists lists) {
    this.accounts = accounts;
    this.keys = keys;
    this.lists = lists;
  }

  Uni<Page<KeyView>> list(PageQuery page) {
    Sort newestFirst = new Sort("signs_from", "timestamptz", true);
    return lists.read(
        new Listing("keys", KeyView.COLUMNS, KEYS, "kid", "text", newestFirst),
        page,
        KeyView::from);
  }

  Uni<KeyView> rotate(Actor admin) {
    return requireActing(admin).chain(keys::rotate);
  }

  @WithSession
  Uni<Void> requireActing(Actor admin) {
    return accounts.requireActing(admin).replaceWithVoid();
  }
}
