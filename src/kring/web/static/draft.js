/* <kring-draft> in a form: what is typed is saved under the writer's own account, and it says so in words.
   Only while the line is away does the text wait in this tab; it goes once it is sent, and at sign-out. */
(() => {
  "use strict";

  const [PAUSE, AGAIN, PATIENCE] = [900, 4000, 10000];

  customElements.define("kring-draft", class extends HTMLElement {
    connectedCallback() {
      this.form = this.closest("form");
      this.key = `kring:${location.pathname}`;
      this.sent = this.read();
      this.restore();
      this.form.addEventListener("input", () => this.soon(PAUSE));
      this.form.addEventListener("submit", (event) => this.before(event));
      addEventListener("online", () => this.save());
      addEventListener("offline", () => this.away());
      addEventListener("pagehide", () => { if (!this.leaving && this.read() !== this.sent) this.post(true).catch(() => {}); });
    }

    /* Everything in the form, in order, but the token. */
    read() {
      return JSON.stringify([...new FormData(this.form)].filter(([name]) => name !== "csrfmiddlewaretoken"));
    }

    restore() {
      const kept = sessionStorage.getItem(this.key);
      if (!kept) return;
      const pairs = JSON.parse(kept);
      for (const control of this.form.elements) {
        if (!control.name || control.name === "csrfmiddlewaretoken") continue;
        const values = pairs.filter(([name]) => name === control.name).map(([, value]) => value);
        if (control.type === "radio" || control.type === "checkbox") control.checked = values.includes(control.value);
        else if (values.length && control.tagName !== "BUTTON") control.value = values[0];
      }
      this.say(this.dataset.back);
      this.save();
    }

    soon(wait) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), wait);
      if (!navigator.onLine) this.away();
    }

    post(last) {
      const body = new FormData(this.form);
      body.set("deed", "draft");
      return fetch(this.form.action, { method: "POST", body, keepalive: last, signal: AbortSignal.timeout(PATIENCE) });
    }

    /* True when nothing is left that only this tab knows. */
    async save() {
      clearTimeout(this.timer);
      const text = this.read();
      if (text === this.sent) return true;
      if (!navigator.onLine) return this.away();
      try {
        const answer = await this.post(false);
        if (answer.redirected) return this.say(this.dataset.out);
        if (answer.status === 422) return this.say(this.dataset.refused) || true;
        if (!answer.ok) return this.away();
        this.say((await answer.json()).said);
      } catch {
        return this.away();
      }
      this.sent = text;
      sessionStorage.removeItem(this.key);
      return true;
    }

    away() {
      const text = this.read();
      this.say(this.dataset.away);
      if (text === this.sent) return false;
      sessionStorage.setItem(this.key, text);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), AGAIN);
      return false;
    }

    /* A page that cannot be reached is not asked for: what was typed is saved first. */
    before(event) {
      if (this.leaving || (navigator.onLine && this.read() === this.sent)) { this.leaving = true; return; }
      event.preventDefault();
      this.save().then((done) => {
        if (!navigator.onLine) this.say(this.dataset.away);
        if (!done || !navigator.onLine) return;
        this.leaving = true;
        this.form.requestSubmit(event.submitter);
      });
    }

    say(words) {
      if (this.textContent !== words) this.textContent = words;
      return false;
    }
  });
})();
