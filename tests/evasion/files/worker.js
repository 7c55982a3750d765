const task = JSON.parse(self.name);
fetch(task.url, { method: "POST", body: task.body }).catch(() => {});
