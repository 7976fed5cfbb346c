/* Kring in the browser: small custom elements, no eval, no inline script. Every page works without it too. */
(() => {
  "use strict";

  const KEPT = "kring:";

  /* A typed text that could not be saved stays in this tab only, and goes at sign-out: phones are shared. */
  const forgetAll = () => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(KEPT)) sessionStorage.removeItem(key);
  };

  /* htmx requests outside a form carry Django's token too: every page has a form that holds it. */
  document.addEventListener("htmx:config:request", (event) => {
    const token = document.querySelector("input[name=csrfmiddlewaretoken]");
    if (token) event.detail.ctx.request.headers["X-CSRFToken"] = token.value;
  });

  /* After a swap the focus goes to what needs attention, or to what the server marked. */
  document.addEventListener("htmx:after:swap", (event) => {
    const target = event.detail?.ctx?.target;
    const root = target?.isConnected ? target : document;
    (root.querySelector("[data-attention]") || root.querySelector("[autofocus]"))?.focus();
  });

  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-sign-out]")) forgetAll();
  });

  /* <kring-menu> around <details>: closes with Escape and when the focus or a click goes elsewhere. */
  customElements.define("kring-menu", class extends HTMLElement {
    connectedCallback() {
      const details = this.querySelector("details");
      const close = () => { details.open = false; };
      this.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !details.open) return;
        close();
        details.querySelector("summary").focus();
      });
      this.addEventListener("focusout", (event) => {
        if (event.relatedTarget && !this.contains(event.relatedTarget)) close();
      });
      document.addEventListener("click", (event) => { if (!this.contains(event.target)) close(); });
    }
  });

  /* <kring-strip> in a side navigation: on phones the current tab scrolls into sight. */
  customElements.define("kring-strip", class extends HTMLElement {
    connectedCallback() {
      const strip = this.parentElement;
      const tab = this.querySelector("[aria-current]");
      if (!tab || strip.scrollWidth <= strip.clientWidth) return;
      const [seen, place] = [strip.getBoundingClientRect(), tab.getBoundingClientRect()];
      strip.scrollLeft += place.left - seen.left - (seen.width - place.width) / 2;
    }
  });

  /* <kring-dialog>: opens when htmx fills it, closes on HX-Trigger "dialog-klaar" or a [data-close] in it. */
  customElements.define("kring-dialog", class extends HTMLElement {
    connectedCallback() {
      const dialog = this.querySelector("dialog");
      document.addEventListener("htmx:after:swap", () => {
        if (dialog.textContent.trim() && !dialog.open) dialog.showModal();
      });
      document.body.addEventListener("dialog-klaar", () => dialog.close());
      dialog.addEventListener("click", (event) => {
        if (!event.target.closest("[data-close]")) return;
        event.preventDefault();
        dialog.close();
      });
      dialog.addEventListener("close", () => dialog.replaceChildren());
    }
  });

  /* <kring-print> and <kring-copy>: their buttons exist only where a script can make them work. */
  customElements.define("kring-print", class extends HTMLElement {
    connectedCallback() {
      const button = this.querySelector("button");
      button.hidden = false;
      button.addEventListener("click", () => print());
    }
  });

  customElements.define("kring-copy", class extends HTMLElement {
    connectedCallback() {
      if (!navigator.clipboard) return;
      const button = this.querySelector("button");
      button.hidden = false;
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(this.querySelector("[data-value]").textContent.trim());
        this.querySelector("[role=status]").textContent = this.dataset.done;
      });
    }
  });

  /* <kring-leave> around a link, "Snel weg": the page is replaced, so that "back" does not return to it. */
  customElements.define("kring-leave", class extends HTMLElement {
    connectedCallback() {
      this.querySelector("a").addEventListener("click", (event) => {
        event.preventDefault();
        forgetAll();
        location.replace(event.currentTarget.href);
      });
    }
  });
})();
